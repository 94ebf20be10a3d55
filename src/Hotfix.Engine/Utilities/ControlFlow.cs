#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using Serilog;

namespace Nuke.Common;

/// <summary>Going on after errors.</summary>
public static class ControlFlow
{
    /// <summary>Runs the action; an exception becomes a warning.</summary>
    public static void SuppressErrors(Action action, bool includeStackTrace = false, bool logWarning = true) =>
        SuppressErrors(
            () =>
            {
                action();
                return true;
            },
            defaultValue: false,
            includeStackTrace,
            logWarning
        );

    /// <summary>Runs the function; an exception becomes a warning, and the default its value.</summary>
    public static T SuppressErrors<T>(Func<T> action, T defaultValue = default, bool includeStackTrace = false, bool logWarning = true)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            if (logWarning)
                Log.Warning(includeStackTrace ? exception : null, "{Message}", exception.Message);
            return defaultValue;
        }
    }
}
