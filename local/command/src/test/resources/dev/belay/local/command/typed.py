"""Runs a command at a terminal of its own, types an answer at each prompt, and prints all that was to be seen there.

The arguments are a number of seconds, the answers with a comma between them, and the command.
"""

import os
import pty
import select
import sys
import termios
import time

until = time.monotonic() + float(sys.argv[1])
answers = sys.argv[2].split(",")
child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[3], sys.argv[3:])
seen = b""
while time.monotonic() < until:
    if not select.select([terminal], [], [], 0.1)[0]:
        continue
    try:
        some = os.read(terminal, 4096)
    except OSError:  # the command has ended
        break
    if not some:
        break
    seen += some
    if answers and seen.endswith(b": "):
        # a prompt for what is hidden has switched the echo off before it shows itself
        print("echo" if termios.tcgetattr(terminal)[3] & termios.ECHO else "no echo")
        os.write(terminal, answers.pop(0).encode() + b"\n")
sys.stdout.write(seen.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
