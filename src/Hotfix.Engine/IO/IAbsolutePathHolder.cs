namespace Nuke.Common.IO;

/// <summary>Something that stands for a file or folder.</summary>
public interface IAbsolutePathHolder
{
    /// <summary>Where it is.</summary>
    AbsolutePath Path { get; }
}
