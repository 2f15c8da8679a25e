namespace Trellis.Server.Kernel.Jobs;

/// <summary>How jobs are kept; bound from the configuration section <c>jobs</c>.</summary>
public sealed class JobOptions
{
    /// <summary>For how many days finished jobs are remembered, dead letters among them.</summary>
    /// <value>Default 7.</value>
    public int RetentionDays { get; set; } = 7;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        if (RetentionDays < 1)
            throw new ArgumentException("'jobs:retentionDays' is 1 or more.");
    }
}
