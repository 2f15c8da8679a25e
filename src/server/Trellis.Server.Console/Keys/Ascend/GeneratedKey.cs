namespace Trellis.Server.Console.Keys.Ascend;

/// <summary>The answer of <c>/api/keys/generate</c>. It holds the key, and so it prints nothing of it.</summary>
/// <param name="ApiKey">The key.</param>
/// <param name="Name">What people call it.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record GeneratedKey(string ApiKey, string Name, DateTimeOffset? ExpiresAt)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
