using System.Globalization;

namespace Hotfix.Benchmarks;

/// <summary>A main line of commits, one in ten a merge of a topic, with a release tag every so often; the last few commits are the fix, untagged.</summary>
internal sealed class LongHistory(int commits, int commitsPerTag)
{
    private int _mark;

    /// <summary>Writes the input of git-fast-import(1). The same numbers give the same shas.</summary>
    public async Task WriteAsync(TextWriter stream, CancellationToken cancellationToken)
    {
        int tip = 0;
        int tags = 0;
        while (_mark < commits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int topic = _mark % 10 == 9 && tip > 0 ? await CommitAsync(stream, tip, merged: 0) : 0;
            tip = await CommitAsync(stream, tip, topic);
            if (_mark / commitsPerTag > tags && _mark < commits - 5)
            {
                tags++;
                await stream.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"reset refs/tags/v1.{tags / 10}.{tags % 10}\nfrom :{tip}\n\n"));
            }
        }

        await stream.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"reset refs/heads/main\nfrom :{tip}\n\n"));
    }

    private async Task<int> CommitAsync(TextWriter stream, int parent, int merged)
    {
        _mark++;
        string text = merged > 0 ? "Merge branch 'feature/topic' into main" : "work";
        string branch = "refs/heads/main";
        await stream.WriteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"commit {branch}\nmark :{_mark}\ncommitter Ada <ada@example.com> {1_700_000_000L + (600L * _mark)} +0000\ndata {text.Length}\n{text}\n"
            )
        );
        await stream.WriteAsync(parent > 0 ? $"from :{parent}\n" : "");
        await stream.WriteAsync(merged > 0 ? $"merge :{merged}\n" : "");
        string content = _mark.ToString(CultureInfo.InvariantCulture);
        await stream.WriteAsync($"M 644 inline src/file{_mark % 97}.txt\ndata {content.Length}\n{content}\n\n");
        return _mark;
    }
}
