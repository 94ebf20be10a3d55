using System.Text;
using Hotfix.Core.Text;

namespace Hotfix.Components.Guards;

/// <summary>Stands before the console: whatever either engine, a tool or a careless line writes, secrets do not pass.</summary>
internal sealed class MaskingWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void Write(string? value) => inner.Write(value is null ? null : SecretMask.Mask(value));

    public override void WriteLine(string? value) => inner.WriteLine(value is null ? null : SecretMask.Mask(value));

    public override void Flush() => inner.Flush();
}
