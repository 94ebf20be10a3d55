#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Checks that throw. The message is the expression as written, unless one is given.</summary>
public static class Assert
{
    /// <summary>Throws.</summary>
    public static void Fail(string message, Exception exception = null) => throw new InvalidOperationException(message, exception);

    /// <summary>Throws unless the condition holds.</summary>
    public static void True(bool condition, string message = null, [CallerArgumentExpression(nameof(condition))] string argumentExpression = null)
    {
        if (!condition)
            Fail(message ?? $"Expected condition to be true: {argumentExpression}");
    }

    /// <summary>Throws if the condition holds.</summary>
    public static void False(bool condition, string message = null, [CallerArgumentExpression(nameof(condition))] string argumentExpression = null)
    {
        if (condition)
            Fail(message ?? $"Expected condition to be false: {argumentExpression}");
    }

    /// <summary>Throws for <c>null</c>; returns the object.</summary>
    public static T NotNull<T>(this T obj, string message = null, [CallerArgumentExpression(nameof(obj))] string argumentExpression = null)
        where T : class => obj ?? throw new ArgumentException(message ?? $"Expected object to be not null: {argumentExpression}");

    /// <summary>Throws for <c>null</c>; returns the value.</summary>
    public static T? NotNull<T>(this T? obj, string message = null, [CallerArgumentExpression(nameof(obj))] string argumentExpression = null)
        where T : struct => obj ?? throw new ArgumentException(message ?? $"Expected object to be not null: {argumentExpression}");

    /// <summary>Throws for <c>null</c> and the empty text; returns the text.</summary>
    public static string NotNullOrEmpty(this string str, string message = null, [CallerArgumentExpression(nameof(str))] string argumentExpression = null) =>
        string.IsNullOrEmpty(str) ? throw new ArgumentException(message ?? $"Expected string to be not null or empty: {argumentExpression}") : str;

    /// <summary>Throws for <c>null</c> and white space; returns the text.</summary>
    public static string NotNullOrWhiteSpace(
        this string str,
        string message = null,
        [CallerArgumentExpression(nameof(str))] string argumentExpression = null
    ) => string.IsNullOrWhiteSpace(str) ? throw new ArgumentException(message ?? $"Expected string to be not null or whitespace: {argumentExpression}") : str;

    /// <summary>Throws unless the file exists.</summary>
    public static void FileExists(string path, string message = null, [CallerArgumentExpression(nameof(path))] string argumentExpression = null) =>
        True(File.Exists(path), message ?? $"Expected file to exist: {path} ({argumentExpression})");

    /// <summary>Throws unless the folder exists.</summary>
    public static void DirectoryExists(string path, string message = null, [CallerArgumentExpression(nameof(path))] string argumentExpression = null) =>
        True(Directory.Exists(path), message ?? $"Expected directory to exist: {path} ({argumentExpression})");

    /// <summary>Throws unless there are that many.</summary>
    public static void Count<T>(
        IReadOnlyCollection<T> collection,
        int length,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) => True(collection.Count == length, message ?? $"Expected collection to have {length} items, but it has {collection.Count}: {argumentExpression}");

    /// <summary>Throws unless there is none.</summary>
    public static void Empty<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) => True(collection.Count == 0, message ?? $"Expected collection to be empty: {argumentExpression}");

    /// <summary>Throws when there is none.</summary>
    public static void NotEmpty<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) => True(collection.Count > 0, message ?? $"Expected collection to be not empty: {argumentExpression}");

    /// <summary>Throws unless there is exactly one.</summary>
    public static void HasSingleItem<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) => True(collection.Count == 1, message ?? $"Expected collection to have a single item, but it has {collection.Count}: {argumentExpression}");
}
