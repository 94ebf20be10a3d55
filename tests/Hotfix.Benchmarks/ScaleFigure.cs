namespace Hotfix.Benchmarks;

/// <summary>One command in one clone.</summary>
/// <param name="Seconds">Wall time, the median.</param>
/// <param name="Processes">That git was, those that git starts itself included.</param>
/// <param name="Requests">To the server, git's included.</param>
/// <param name="FetchedMiB">By which the object store grew.</param>
/// <param name="PeakMiB">Of the largest process; <c>null</c> where the system does not tell.</param>
internal sealed record ScaleFigure(double Seconds, int Processes, int Requests, double FetchedMiB, double? PeakMiB);
