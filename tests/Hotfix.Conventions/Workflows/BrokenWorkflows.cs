using Hotfix.Testing;

namespace Hotfix.Conventions.Workflows;

/// <summary>Our own files with one thing broken in each: what a tired person, or a well-meaning change, does to them.</summary>
public sealed class BrokenWorkflows
{
    private const string Checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";

    [Theory]
    [InlineData("ci.yml", Checkout, "actions/checkout@v7", "not pinned by commit")]
    [InlineData("hotfix.yml", " # v7.0.1", "", "not pinned by commit")]
    [InlineData("hotfix.yml", "a796996da409d3eb1", "a796996df409d3eb1", "not in the list of pins")]
    [InlineData("ci.yml", "# v7.0.1", "# v7.0.2", "not in the list of pins")]
    [InlineData("ci.yml", "permissions:\n  contents: read\n", "", "no permissions at the top")]
    [InlineData("hotfix.yml", "permissions: {}", "permissions:\n  contents: write", "permission 'contents: write' for every job")]
    [InlineData("hotfix.yml", "permissions: {}", "permissions: write-all", "permission 'write-all: write' for every job")]
    [InlineData("ci.yml", "    timeout-minutes: 60\n", "    timeout-minutes: 60\n    permissions:\n      packages: write\n", "runs code of pull requests")]
    [InlineData(
        "hotfix.yml",
        "    environment:\n      name: hotfix\n      # It is asked for its secrets: nothing is deployed to it.\n      deployment: false\n",
        "",
        "has the App's credentials outside of the environment"
    )]
    [InlineData(
        "hotfix-resume.yml",
        "    environment:\n      name: hotfix\n      # It is asked for its secrets: nothing is deployed to it.\n      deployment: false\n",
        "",
        "has the App's credentials outside of the environment"
    )]
    [InlineData("hotfix.yml", "      deployment: false\n", "", "leaves a deployment to the environment of the credentials")]
    [InlineData("forward-port.yml", "      deployment: false\n", "      deployment: true\n", "leaves a deployment to the environment of the credentials")]
    [InlineData("forward-port.yml", "\non:\n", "\non:\n  push:\n    tags: [\"v*\"]\n", "may run on the ref of a tag or a pull request")]
    [InlineData("hotfix-resume.yml", "\non:\n", "\non:\n  pull_request_review:\n    types: [submitted]\n", "may run on the ref of a tag or a pull request")]
    [InlineData(
        "release.yml",
        "    permissions:\n      actions: write\n",
        "    environment: hotfix\n    permissions:\n      actions: write\n",
        "may run on the ref of a tag or a pull request"
    )]
    [InlineData(
        "hotfix.yml",
        "          ref: ${{ github.event.repository.default_branch }}\n",
        "          ref: ${{ inputs.fix }}\n",
        "checks out something else than the default branch"
    )]
    [InlineData(
        "hotfix.yml",
        "          NUKE_TEST_EVIDENCE: ${{ runner.temp }}/evidence.json\n",
        "          NUKE_NOTIFY: ${{ secrets.HOTFIX_NOTIFY }}\n",
        "runs the tests of a branch beside a secret"
    )]
    [InlineData(
        "hotfix-resume.yml",
        "    permissions:\n      contents: read\n    steps:\n",
        "    permissions:\n      contents: write\n    steps:\n",
        "runs the tests of a branch beside a secret or a permission"
    )]
    [InlineData("hotfix.yml", "run: ./.github/step.sh Hotfix\n", "run: ./.github/step.sh Test Hotfix\n", "runs the tests of a branch beside a secret")]
    [InlineData("release.yml", "actions/cache/restore@", "actions/cache@", "saves what it restored")]
    [InlineData("release.yml", "actions/cache/restore@", "actions/cache/save@", "saves a cache")]
    [InlineData("ci.yml", "github.ref_name == github.event.repository.default_branch && ", "", "saves a cache")]
    [InlineData("hotfix.yml", "      - uses: ./.github/actions/hotfix\n", "", "compiles the build in a step that has a credential")]
    [InlineData("release.yml", "        run: ./build.sh --help\n", "        run: echo later\n", "compiles the build in a step that has a credential")]
    [InlineData(
        "hotfix-signal.yml",
        "        run: echo",
        "        env:\n          TOKEN: ${{ secrets.HOTFIX_TOKEN }}\n        run: echo",
        "names a secret or an environment"
    )]
    [InlineData("hotfix-signal.yml", "    timeout-minutes: 5\n", "    timeout-minutes: 5\n    permissions:\n      contents: write\n", "a branch of a fork")]
    [InlineData("hotfix.yml", "step.sh Hotfix\n", "step.sh Hotfix --description \"${{ inputs.description }}\"\n", "an expression inside a script")]
    [InlineData("drill.yml", "    timeout-minutes: 30\n", "", "no timeout-minutes")]
    [InlineData("hotfix.yml", "  queue: max\n", "", "no 'queue: max'")]
    [InlineData("hotfix.yml", "cancel-in-progress: false", "cancel-in-progress: true", "would be cancelled in progress")]
    [InlineData("drill.yml", "concurrency:\n  group: drill\n  cancel-in-progress: false\n", "", "no concurrency group")]
    [InlineData("ci.yml", "          persist-credentials: false\n", "", "persist-credentials is not false")]
    [InlineData("hotfix.yml", "\non:\n", "\non:\n  push:\n    branches: [\"hotfix/**\"]\n", "started by hand and by nothing else")]
    [InlineData("hotfix.yml", "\non:\n", "\non:\n  push:\n    branches: [\"hotfix/**\"]\n", "runs on pushes to branches")]
    [InlineData("ci.yml", "  pull_request:\n", "  pull_request:\n    paths: [\"src/**\"]\n", "a path filter on pull_request")]
    [InlineData("ci.yml", "  pull_request:\n", "  pull_request_target:\n", "with the base's rights")]
    [InlineData("hotfix.yml", "        type: string\n        required: true\n", "        required: true\n", "lacks its type")]
    [InlineData("hotfix.yml", " ${{ inputs.correlation-id }}\"", "\"", "does not show the input correlation-id")]
    [InlineData("release.yml", "    environment: hotfix-staging\n", "", "deploys without an environment")]
    [InlineData(
        "release.yml",
        "NUKE_ENVIRONMENT: production",
        "NUKE_ENVIRONMENT: hotfix-staging",
        "deploys to 'hotfix-staging', and its environment is 'production'"
    )]
    [InlineData("release.yml", "step.sh Deploy Verify", "step.sh Deploy Verfy", "'Verfy' is no target")]
    [InlineData("hotfix-resume.yml", "step.sh ListOpen", "step.sh ListOpened", "'ListOpened' is no target")]
    [InlineData("release.yml", "  queue: max\n", "", "no 'queue: max'")]
    [InlineData("release.yml", "  cancel-in-progress: false\n", "  cancel-in-progress: true\n", "would be cancelled in progress")]
    [InlineData("release.yml", "group: release-${{ inputs.tag || github.ref_name }}", "group: release", "one group for every tag")]
    [InlineData(
        "release.yml",
        "${{ inputs.tag || github.ref_name }} ${{ inputs.correlation-id }}\"",
        "${{ inputs.tag }}\"",
        "does not show the input correlation-id"
    )]
    [InlineData(
        "release.yml",
        "          NUKE_TAG: ${{ needs.release.outputs.tag }}\n        run",
        "          NUKE_TAGS: ${{ needs.release.outputs.tag }}\n        run",
        "'NUKE_TAGS' is no parameter"
    )]
    [InlineData("release.yml", "          ref: ${{ needs.release.outputs.sha }}\n", "", "deploys what is not checked out")]
    [InlineData("hotfix-resume.yml", "      queue: max\n", "", "no 'queue: max'")]
    [InlineData(
        "hotfix-resume.yml",
        "    concurrency:\n      group: hotfix-resume-${{ matrix.hotfix.description }}\n      cancel-in-progress: false\n      queue: max\n",
        "",
        "no concurrency group"
    )]
    [InlineData(
        "release.yml",
        "    permissions:\n      contents: read\n      deployments: write\n      actions: read\n      # for the hotfix's thread\n      issues: write\n      pull-requests: read\n",
        "",
        "has no permissions"
    )]
    [InlineData("hotfix-signal.yml", "  pull_request:\n    types: [closed]\n", "  pull_request_target:\n    types: [closed]\n", "with the base's rights")]
    [InlineData(
        "hotfix-resume.yml",
        "          ref: ${{ github.event.repository.default_branch }}\n",
        "          ref: ${{ github.event.workflow_run.head_sha }}\n",
        "checks out something else than the default branch"
    )]
    [InlineData("hotfix-resume.yml", "github.event.workflow_run.head_repository.full_name == github.repository && ", "", "a branch of a fork")]
    [InlineData("hotfix.yml", "          NUKE_LANE: ${{ inputs.lane }}\n", "", "the input 'lane' reaches no step")]
    [InlineData(
        "hotfix.yml",
        "          GITHUB_TOKEN: ${{ steps.app.outputs.token ||",
        "          GITHUB_TOKEN: ${{ steps.ap.outputs.token ||",
        "'steps.ap' is no step"
    )]
    public void AreCaughtByOurOwnRules(string file, string sound, string broken, string finding)
    {
        WorkflowFile variant = WorkflowFile.Parse(file, Break(file, sound, broken));

        IReadOnlyList<string> findings = WorkflowRules.Findings(variant);

        Assert.Contains(findings, found => found.StartsWith($"{file}: ", StringComparison.Ordinal) && found.Contains(finding, StringComparison.Ordinal));
    }

    /// <summary>A workflow of another kind, so that a new file in the folder meets the same rules.</summary>
    private const string Resume = """
        name: hotfix-resume
        on:
          pull_request:
            types: [closed]
          pull_request_review:
            types: [submitted]
        permissions: {}
        concurrency:
          group: hotfix-resume
          queue: max
        jobs:
          resume:
            runs-on: ubuntu-latest
            timeout-minutes: 60
            permissions:
              contents: write
            steps:
              - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                with:
                  ref: ${{ github.event.repository.default_branch }}
                  persist-credentials: false
              - if: github.event.pull_request.head.repo.full_name == github.repository
                run: ./build.sh Hotfix
        """;

    [Theory]
    [InlineData("", "", "")]
    [InlineData("${{ github.event.repository.default_branch }}", "${{ github.head_ref }}", "runs code of pull requests")]
    [InlineData("  queue: max\n", "", "no 'queue: max'")]
    [InlineData("permissions:\n      contents: write", "permissions: write-all", "name what it needs")]
    [InlineData("types: [closed]", "types: [closed]\n  push:\n    branches: [main]\n    tags: [\"v*\"]", "runs on pushes to branches")]
    public void OfAnyNameAreCaughtToo(string sound, string broken, string finding)
    {
        WorkflowFile variant = WorkflowFile.Parse("hotfix-resume.yml", sound.Length == 0 ? Resume : Resume.Replace(sound, broken, StringComparison.Ordinal));

        IReadOnlyList<string> findings = WorkflowRules.Findings(variant);

        Assert.Equal(finding.Length == 0 ? 0 : 1, findings.Count(found => finding.Length == 0 || found.Contains(finding, StringComparison.Ordinal)));
    }

    /// <summary>Each with a name, the file, what is replaced by what, and whether the parser, actionlint or both have to find it.</summary>
    private static readonly (string Name, string File, string Sound, string Broken, string By)[] ForTheCheckers =
    [
        ("job-that-is-not-there", "ci.yml", "    runs-on: ubuntu-latest\n", "    runs-on: ubuntu-latest\n    needs: restore\n", "parser actionlint"),
        ("misspelt-key", "hotfix.yml", "timeout-minutes", "timeout-minute", "parser actionlint"),
        ("misspelt-input", "hotfix.yml", "NUKE_FIX: ${{ inputs.fix }}", "NUKE_FIX: ${{ inputs.fixx }}", "actionlint"),
        ("misspelt-context", "ci.yml", "github.event_name", "gihub.event_name", "parser actionlint"),
        ("unknown-event", "ci.yml", "  merge_group:", "  merge_queue:", "parser actionlint"),
        ("unknown-permission", "hotfix.yml", "pull-requests: write", "pull_requests: write", "parser actionlint"),
        ("unknown-access", "hotfix.yml", "checks: read", "checks: readable", "parser actionlint"),
        ("bad-cron", "drill.yml", "23 5 * * 1", "23 5 * *", "parser actionlint"),
        ("broken-expression", "hotfix.yml", "secrets.HOTFIX_TOKEN || github.token }}", "secrets.HOTFIX_TOKEN ||| github.token }}", "parser actionlint"),
        ("step-without-anything", "ci.yml", "        run: .ci/run\n", "        shell: bash\n", "parser actionlint"),
        ("bad-input-type", "hotfix.yml", "        type: string\n        required: true\n", "        type: text\n        required: true\n", "parser actionlint"),
        ("broken-yaml", "ci.yml", "branches: [main, \"support/**\"]\n  push", "branches: [main, \"support/**\"\n  push", "parser actionlint"),
        ("queue-misspelt", "hotfix.yml", "queue: max", "queue: maximum", "parser"),
        ("no-runner", "drill.yml", "    runs-on: ubuntu-latest\n", "", "parser actionlint"),
    ];

    [CheckersFact]
    public async Task AreCaughtByGitHubsParserAndActionlint()
    {
        using var folder = new TempFolder();
        foreach ((string name, string file, string sound, string broken, _) in ForTheCheckers)
            await File.WriteAllTextAsync(folder.Combine($"{name}.yml"), Break(file, sound, broken));

        IReadOnlyList<string> parser = await WorkflowCheckers.ParseAsync(folder.Path);
        IReadOnlyList<string> actionlint = await WorkflowCheckers.LintAsync(folder.Path);

        Assert.Equal(
            ForTheCheckers.Select(variant => $"{variant.Name}: {variant.By}"),
            ForTheCheckers.Select(variant =>
                $"{variant.Name}: {string.Join(' ', new[] { Finds(parser, variant.Name, "parser"), Finds(actionlint, variant.Name, "actionlint") }.OfType<string>())}"
            )
        );
    }

    // The one kind that was missed. The called file is of the same repository, so that the parser can be given it.
    [CheckersFact]
    public async Task ThatCallAnotherFileWithoutAnInputThatItRequiresAreCaught()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(
            folder.Combine("called.yml"),
            "on:\n  workflow_call:\n    inputs:\n      tag: { type: string, required: true }\njobs:\n  a: { runs-on: ubuntu-latest, steps: [{ run: \"true\" }] }\n"
        );
        await File.WriteAllTextAsync(
            folder.Combine("caller.yml"),
            "on: push\njobs:\n  here: { uses: ./.github/workflows/called.yml }\n  elsewhere: { uses: acme/other/.github/workflows/called.yml@v1 }\n"
        );

        string finding = Assert.Single(await WorkflowCheckers.ParseAsync(folder.Path));

        Assert.StartsWith("caller.yml:3:", finding, StringComparison.Ordinal);
        Assert.Contains("Input tag is required", finding, StringComparison.Ordinal);
    }

    private static string? Finds(IReadOnlyList<string> findings, string name, string checker) =>
        findings.Any(finding => finding.StartsWith($"{name}.yml:", StringComparison.Ordinal)) ? checker : null;

    private static string Break(string file, string sound, string broken)
    {
        string text = File.ReadAllText(Path.Combine(OurWorkflows.Folder, file)).ReplaceLineEndings("\n");
        Assert.Contains(sound, text, StringComparison.Ordinal);
        return text.Replace(sound, broken, StringComparison.Ordinal);
    }
}
