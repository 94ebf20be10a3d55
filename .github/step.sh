#!/usr/bin/env bash
# Usage: .github/step.sh TARGET...: runs targets as a step of a workflow. Somebody's move (exit code 75) is a green step; the step's output 'state' is then
# 'waiting', else 'done'. The targets write the job's summary and annotations themselves; where they did not (an older release of them, a build program that
# could not start), the end of the log is the summary, and there is an annotation all the same.
set -euo pipefail

if [ "${HOTFIX_TOKEN_KIND:-}" = workflow ]; then
  echo "::notice title=No token of an App or a user::GITHUB_TOKEN is used. What it pushes and opens starts no workflows, so checks of a pull request wait until somebody with write access approves their runs. Set the variable HOTFIX_APP_ID and the secret HOTFIX_APP_PRIVATE_KEY (a GitHub App), or the secret HOTFIX_TOKEN."
fi

log=$RUNNER_TEMP/step-$1.log
size() { if [ -f "$GITHUB_STEP_SUMMARY" ]; then wc -c <"$GITHUB_STEP_SUMMARY"; else echo 0; fi; }
before=$(size)
code=0
./build.sh "$@" | tee "$log" || code=$?

if [ "$(size)" -eq "$before" ]; then
  # Indented, not fenced: no line of the log can end it.
  { printf '### %s\n\n' "$*"; tail -n 12 "$log" | sed 's/^/    /'; printf '\n'; } >>"$GITHUB_STEP_SUMMARY"
fi

# Usage: annotate KIND TITLE TEXT, unless the log has one of that kind already.
annotate() {
  if ! grep -q "^::$1 title=" "$log"; then printf '::%s title=%s::%s\n' "$1" "$2" "${3//%/%25}"; fi
}

case $code in
  0) echo "state=done" >>"$GITHUB_OUTPUT" ;;
  75)
    annotate notice "Somebody's move" "$(tail -n 1 "$log"). Nothing is wrong; this goes on when the move is made, or when it is run again."
    echo "state=waiting" >>"$GITHUB_OUTPUT" ;;
  *)
    annotate error "$1" "$(grep -m 1 -o 'HF[0-9]\{4\}: .*' "$log" || echo "ended with exit code $code")"
    exit "$code" ;;
esac
