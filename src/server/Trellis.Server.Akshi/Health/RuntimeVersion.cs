namespace Trellis.Server.Akshi.Health;

/// <summary>The version of the protocol that the runtime speaks, as the documentation's examples name it (contract, section 1).</summary>
internal static class RuntimeVersion
{
    public const string Text = "0.5.0";
}
