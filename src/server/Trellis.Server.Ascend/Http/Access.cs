namespace Trellis.Server.Ascend.Http;

/// <summary>Who may call a route.</summary>
internal enum Access
{
    /// <summary>Everybody; no credential is looked at.</summary>
    Anyone,

    /// <summary>Whoever has a valid credential of an organisation.</summary>
    Member,

    /// <summary>A person. An API key is refused with 401: agents do not decide about themselves (contract, section 2.4).</summary>
    Person,

    /// <summary>An administrator or manager: a person, or an API key of that role.</summary>
    Admin,
}
