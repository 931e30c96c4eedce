#!/bin/sh
# Runs Plimsoll from the folder that this file is in, with nothing but a shell: by the Java in
# runtime/ if there is one, else by that of JAVA_HOME, else by the one on PATH.
#
#   PLIMSOLL_JAVA_OPTS   further options for the JVM, split at blanks
set -eu
case $0 in */*) root=${0%/*} ;; *) root=. ;; esac
root=$(cd -- "$root" && pwd -P)
if [ -x "$root/runtime/bin/java" ]; then
  java=$root/runtime/bin/java
elif [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java=$JAVA_HOME/bin/java
elif command -v java >/dev/null 2>&1; then
  java=java
else
  echo "plimsoll: needs Java 25 or newer, and there is none" >&2
  echo "  Maybe set JAVA_HOME, or take the bundle that was made with --runtime" >&2
  exit 2
fi
case " $* " in
  ' serve '*) flags='-XX:+UseSerialGC -Xmx768m' ;;
  ' plan '*' --quick '*) flags='-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmn256m' ;;
  ' plan '*) flags='-XX:+UseSerialGC -Xmn256m' ;;
  ' assess '*) flags='-XX:+UseSerialGC -Xmx512m' ;;
  *) flags='-XX:+UseSerialGC -XX:TieredStopAtLevel=1' ;;
esac
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in C | POSIX) export LC_ALL=C.UTF-8 ;; esac
terminal=
[ ! -t 1 ] || terminal=out
[ ! -t 2 ] || terminal=$terminal,err
# shellcheck disable=SC2086 # flags are words
exec "$java" --enable-native-access=ALL-UNNAMED $flags ${PLIMSOLL_JAVA_OPTS:-} \
  "-Dplimsoll.root=$root" "-Dplimsoll.terminal=$terminal" -cp "$root/lib/*" \
  org.plimsoll.app.cli.Main "$@"
