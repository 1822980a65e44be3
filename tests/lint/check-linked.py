#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-linked.py PROGRAM: the built program asks for no network library and no network function."""
import os
import re
import subprocess
import sys

LIBRARY = re.compile(r'NEEDED.*\[(lib(?:soup|curl|nm|rest|webkit|ssl|gnutls|nss|ssh)[^\]]*)\]')
SYMBOL = re.compile(
    r'UND\s+((?:g_socket_|g_network_|g_resolver_|g_tls_|g_proxy_|soup_|curl_)\w+'
    r'|socket|connect|bind|listen|accept4?|getaddrinfo|gethostbyname\w*|res_\w+)(?:@|\s|$)')


def read_elf(option, program):
    return subprocess.run(['readelf', '--wide', option, program], check=True, capture_output=True,
                          text=True, env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'}).stdout


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: check-linked.py PROGRAM')
    program = sys.argv[1]
    if not os.path.exists(program):
        sys.exit(f'{program}:0: the program is not there')
    found = LIBRARY.findall(read_elf('--dynamic', program)) + SYMBOL.findall(read_elf('--dyn-syms', program))
    for name in found:
        print(f'{program}:0: nothing leaves the PC, but “{name}” is linked')
    if not found:
        print('nothing found')
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
