namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>
/// The <c>update</c> hook: asks, for each pushed ref, the rules that came with the push in its environment. Per ref, as GitHub does: others of the same push
/// go through.
/// </summary>
internal static class UpdateHook
{
    private const string Script = """
        #!/bin/sh
        # $1 ref, $2 old sha, $3 new sha. A rule is three variables.
        # "Rewrites" refuses only what is not a fast-forward, "Unsigned" only commits without a good signature.
        n=0
        while [ "$n" -lt "${LOCAL_GITHUB_RULES:-0}" ]; do
          eval "ref=\$LOCAL_GITHUB_REF_$n when=\$LOCAL_GITHUB_WHEN_$n message=\$LOCAL_GITHUB_MESSAGE_$n"
          n=$((n + 1))
          [ "$ref" = "$1" ] || continue
          if [ "$when" = Rewrites ] && git merge-base --is-ancestor "$2" "$3"; then continue; fi
          if [ "$when" = Unsigned ]; then
            bad=$(for commit in $(git rev-list --reverse "$3" --not --all); do git verify-commit "$commit" 2>/dev/null || echo "  $commit"; done)
            [ -n "$bad" ] || continue
            count=$(printf '%s\n' "$bad" | grep -c .)
            message="$message  Found $count violation$([ "$count" = 1 ] || echo s):

        $bad"
          fi
          if [ "$when" = Workflows ]; then
            new=
            for file in $(git ls-tree -r --name-only "$3" -- .github/workflows); do
              blob=$(git rev-parse "$3:$file") known=
              for branch in $(git for-each-ref --format='%(refname)' refs/heads); do
                [ "$(git rev-parse --quiet --verify "$branch:$file")" = "$blob" ] && known=1 && break
              done
              [ -n "$known" ] || { new=$file; break; }
            done
            [ -n "$new" ] || continue
            message="refusing to allow a GitHub App to create or update workflow \`$new\` without \`workflows\` permission"
          fi
          printf '%s\n' "$message" >&2
          exit 1
        done

        """;

    public static void Install(string repository)
    {
        string hook = Path.Combine(repository, "hooks", "update");
        Directory.CreateDirectory(Path.GetDirectoryName(hook)!);
        File.WriteAllText(hook, Script.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Puts refusals into the environment that the hook reads.</summary>
    public static void Describe(IDictionary<string, string?> environment, IReadOnlyList<PushRefusal> refusals)
    {
        environment["LOCAL_GITHUB_RULES"] = $"{refusals.Count}";
        for (int index = 0; index < refusals.Count; index++)
        {
            environment[$"LOCAL_GITHUB_REF_{index}"] = refusals[index].RefName;
            environment[$"LOCAL_GITHUB_WHEN_{index}"] = refusals[index].When.ToString();
            environment[$"LOCAL_GITHUB_MESSAGE_{index}"] = refusals[index].Message;
        }
    }
}
