/* SPDX-License-Identifier: GPL-3.0-or-later */
import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Says of each file what PDFBox finds against PDF/A-1b: a line a finding, path, code and words. */
final class Preflight {
  public static void main(String[] paths) throws Exception {
    for (String path : paths) {
      PreflightParser parser = new PreflightParser(new File(path));
      parser.parse();
      try (PreflightDocument document = parser.getPreflightDocument()) {
        document.validate();
        for (ValidationResult.ValidationError error : document.getResult().getErrorsList())
          System.out.println(path + "\t" + error.getErrorCode() + "\t" + error.getDetails());
      }
    }
  }
}
