#!/usr/bin/env bash
# Usage: .github/step.sh TARGET...: runs targets as a step of a workflow. The end of the log becomes the job's summary, and a refusal an annotation.
# Somebody's move (exit code 75) is a green step that says whose; the step's output 'state' is then 'waiting', else 'done'.
set -euo pipefail

if [ "${HOTFIX_TOKEN_KIND:-}" = workflow ]; then
  echo "::notice title=No token of an App or a user::GITHUB_TOKEN is used. What it pushes and opens starts no workflows, so checks of a pull request wait until somebody with write access approves their runs. Set the variable HOTFIX_APP_ID and the secret HOTFIX_APP_PRIVATE_KEY (a GitHub App), or the secret HOTFIX_TOKEN."
fi

log=$RUNNER_TEMP/step-$1.log
code=0
./build.sh "$@" | tee "$log" || code=$?
{
  echo "### $*"
  echo
  echo '```text'
  tail -n 12 "$log"
  echo '```'
} >>"$GITHUB_STEP_SUMMARY"

case $code in
  0) echo "state=done" >>"$GITHUB_OUTPUT" ;;
  75)
    echo "::notice title=Somebody's move::$(tail -n 1 "$log"). Nothing is wrong; this goes on when the move is made, or when it is run again."
    echo "state=waiting" >>"$GITHUB_OUTPUT" ;;
  *)
    echo "::error title=$1::$(grep -m 1 -o 'HF[0-9]\{4\}: .*' "$log" || echo "ended with exit code $code")"
    exit "$code" ;;
esac
