namespace Trellis.Server.Akshi.Http;

/// <summary>Who may call a route.</summary>
internal enum Access
{
    /// <summary>Everybody; no credential is looked at.</summary>
    Anyone,

    /// <summary>Whoever has the token (contract, section 1.1): there are no roles.</summary>
    Operator,
}
