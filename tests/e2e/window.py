# SPDX-License-Identifier: GPL-3.0-or-later
"""One running window, seen as a screen reader sees it and driven by keys."""
import gettext
import os
import subprocess
import time

import pyatspi

PATIENCE = 20
NO_ROLES = {'filler', 'invalid', 'unknown'}
BUTTONS = {'push button', 'button'}
LANGUAGE = os.environ.get('LC_ALL', 'C').split('_')[0]
_ = gettext.translation('sengen', os.environ.get('SENGEN_LOCALE_DIR'), [LANGUAGE], fallback=True)


def say(words, context=None):
    """The words as the window shows them."""
    text = _.pgettext(context, words) if context else _.gettext(words)
    return text.replace('_', '')


def wait_for(what, find):
    """What find() returns, as soon as it is something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = find()
        except Exception:  # the tree changes while one looks at it
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f'waited for {what}')


class Window:
    def __init__(self, *words):
        self.process = subprocess.Popen(list(words))
        self.application = wait_for('the program', self._find_application)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Nothing is left running, however the test went."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def _find_application(self):
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self.process.pid:
                return application
        return None

    def nodes(self):
        """Every node that is on the screen."""
        waiting = [self.application]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(child for child in node if child)

    def find(self, name, roles=None):
        return wait_for(f'“{name}”', lambda: next(
            (node for node in self.nodes()
             if name in node.name and (roles is None or node.getRoleName() in roles)), None))

    def begin_company(self, name):
        """From the start page: a name, and what may be said besides is left out."""
        self.find(say('Company name (can be changed later)'))
        self.focus()
        self.type(name)
        self.key('Return')
        self.find(say('Where its file goes'))
        self.key('Return')

    def find_question(self):
        """A question is on the screen, and has the keyboard: a file opens at home."""
        self.find(say('Your next step'))
        self.focus()
        self.key('alt+2')
        self.find('実施している', {'check box', 'radio button'})
        self.focus()

    def has(self, name):
        """Whether a node of that name is there now."""
        return any(name in node.name for node in self.nodes() if node)

    def nameless(self):
        """What can take the focus and does not say what it is, by name or by role. What lies inside a
        button is never reached."""
        found = []
        for node in self.nodes():
            try:
                states = node.getState()
                labelled = node.name or any(
                    relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
                    for relation in node.getRelationSet())
                silent = not labelled or node.getRoleName() in NO_ROLES
                if not silent or not states.contains(pyatspi.STATE_FOCUSABLE):
                    continue
                around = [parent.getRoleName() for parent in parents(node)]
                if not BUTTONS.intersection(around) and not is_shown_choice(node, around):
                    found.append(f'{node.getRoleName()} “{node.name}” in {around}')
            except Exception:  # gone meanwhile
                continue
        return found

    def focus(self):
        """Without a window manager nobody gives the keyboard to the newest window."""
        def newest():
            search = ['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)]
            return subprocess.run(search, capture_output=True, text=True).stdout.split()
        time.sleep(0.3)
        number = wait_for('a window', newest)[-1]
        subprocess.run(['xdotool', 'windowraise', number, 'windowfocus', '--sync', number], check=False)
        time.sleep(0.3)

    def click(self, words, roles):
        """With the mouse, in the middle of it: some things offer no action to a screen reader on GTK
        4.8. The name may be longer, as that of a row is."""
        found = wait_for(f'“{words}”', lambda: next(
            (node for node in self.nodes() if node.name.startswith(words) and node.getRoleName() in roles
             and node.queryComponent().getExtents(pyatspi.WINDOW_COORDS).width > 0), None))
        extents = wait_for(f'“{words}” to rest', lambda: find_rest(found))
        subprocess.run(['xdotool', 'mousemove', str(extents.x + 5 + extents.width // 2),
                        str(extents.y + 5 + extents.height // 2), 'click', '1'], check=True)

    def key(self, *keys):
        subprocess.run(['xdotool', 'key', '--delay', '60', *keys], check=True)

    def type(self, text):
        """Letters that are on no key are pasted: put on a key while they are typed, some get lost when
        the machine is busy."""
        if text.isascii():
            subprocess.run(['xdotool', 'type', '--delay', '30', text], check=True)
            return
        subprocess.run(['xclip', '-selection', 'clipboard'], input=text.encode(), check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.key('ctrl+v')
        time.sleep(0.3)

    def close(self):
        self.focus()
        self.key('ctrl+w')
        return self.process.wait(PATIENCE)


def is_shown_choice(node, around):
    """The toolkit's row that shows what was chosen; the list of choices has the name."""
    return node.getRoleName() == 'list item' and 'combo box' in around


def find_rest(node):
    """Where it is, once a page that was just shown has been laid out and scrolled."""
    def look():
        extents = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        return extents.x, extents.y, extents.width, extents.height
    before = look()
    time.sleep(0.2)
    return node.queryComponent().getExtents(pyatspi.WINDOW_COORDS) if look() == before else None


def parents(node):
    while node.parent and node.getRoleName() != 'application':
        node = node.parent
        yield node
