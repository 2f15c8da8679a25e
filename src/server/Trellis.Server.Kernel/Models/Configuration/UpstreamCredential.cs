namespace Trellis.Server.Kernel.Models;

/// <summary>The key of an upstream. Prints as a mask.</summary>
internal sealed class UpstreamCredential(string value)
{
    /// <summary>Shows the key.</summary>
    public string Reveal() => value;

    /// <summary>The text with every occurrence of the key masked.</summary>
    public string Redact(string text) => text.Replace(value, "***", StringComparison.Ordinal);

    /// <summary>A mask.</summary>
    public override string ToString() => "***";
}
