namespace Trellis.Server.Kernel.Audit;

/// <summary>How the audit log works; bound from the configuration section <c>audit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>After about how many records a chain gets a signed checkpoint.</summary>
    /// <value>Default 1000; 1 or more.</value>
    public int CheckpointInterval { get; set; } = 1000;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        if (CheckpointInterval < 1)
            throw new ArgumentException("'checkpointInterval' is 1 or more.");
    }
}
