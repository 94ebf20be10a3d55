using System.Text;

namespace Nuke.Common.IO;

/// <summary>How texts are written.</summary>
internal static class TextTasks
{
    /// <summary>UTF-8 without byte-order mark.</summary>
    public static UTF8Encoding UTF8NoBom { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
