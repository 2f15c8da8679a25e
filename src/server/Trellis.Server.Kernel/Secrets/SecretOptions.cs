namespace Trellis.Server.Kernel.Secrets;

/// <summary>How secrets that the server must use again are protected; bound from the configuration section <c>secrets</c>.</summary>
public sealed class SecretOptions
{
    /// <summary>The file of the keys. Made when it is missing, mode 0600. Servers on one store share one file.</summary>
    /// <value>Default null: the key lives in memory and what it protects ends with the process.</value>
    public string? KeyFile { get; set; }
}
