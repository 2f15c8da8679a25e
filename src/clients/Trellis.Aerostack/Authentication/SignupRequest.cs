using System.Text.Json.Nodes;

namespace Trellis.Aerostack;

/// <summary>A user to be. The server checks the fields, not the client. Contract section 2.1.3.</summary>
/// <param name="Email">The e-mail address.</param>
/// <param name="Password">The password, of eight characters or more.</param>
public sealed record SignupRequest(string Email, Secret Password)
{
    /// <summary>The name.</summary>
    /// <value><see langword="null"/>: none, and nothing is sent.</value>
    public string? Name { get; init; }

    /// <summary>What is kept with the user.</summary>
    /// <value><see langword="null"/>: nothing, and nothing is sent.</value>
    public JsonObject? Metadata { get; init; }
}
