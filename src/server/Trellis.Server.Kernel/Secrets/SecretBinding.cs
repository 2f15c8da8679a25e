namespace Trellis.Server.Kernel.Secrets;

/// <summary>
/// Where a protected secret belongs. An envelope opens under the binding it was made for and under no other, so that nobody who can write
/// to the database can move a secret to a row of their own.
/// </summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Purpose">What the secret is for, for example <c>webhook-secret</c>.</param>
/// <param name="Id">The id of the row.</param>
public readonly record struct SecretBinding(long OrganisationId, string Purpose, string Id)
{
    /// <summary>The bytes that the envelope is bound to. The lengths stand in them, so that no two bindings have the same bytes.</summary>
    internal byte[] AssociatedData(string keyId) =>
        System.Text.Encoding.UTF8.GetBytes($"trellis-secret:1:{keyId}:{OrganisationId}:{Purpose.Length}:{Purpose}:{Id.Length}:{Id}");
}
