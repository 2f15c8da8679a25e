namespace Trellis.Server.Kernel.Faults;

/// <summary>A plan of faults is wrong.</summary>
public sealed class FaultPlanException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="source">What was read, for example the file's path.</param>
    /// <param name="errors">Each thing that is wrong, beginning with the path of the member.</param>
    public FaultPlanException(string source, IReadOnlyList<string> errors)
        : base($"The plan of faults ({source}) is wrong:" + string.Concat((errors ?? []).Select(static error => "\n  " + error)))
    {
        Errors = errors ?? [];
    }

    /// <summary>Each thing that is wrong, for example <c>rules[0].status: must be an integer from 200 to 599.</c>.</summary>
    public IReadOnlyList<string> Errors { get; }
}
