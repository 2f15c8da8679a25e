namespace Trellis.Server.Ascend.Decisions;

/// <summary>How far an agent is trusted (contract, section 6.9).</summary>
internal enum TrustLevel
{
    /// <summary>Every action needs a person.</summary>
    Untrusted,

    /// <summary>Its actions count as riskier, and fewer are approved without a person.</summary>
    Restricted,

    /// <summary>As its thresholds say. The default.</summary>
    Standard,

    /// <summary>As its thresholds say.</summary>
    Trusted,
}
