namespace Trellis.Server.Console.Keys.Askii;

/// <summary>The answer of <c>provision-key</c>. It holds the key, and so it prints nothing of it.</summary>
/// <param name="ApiKey">The key.</param>
/// <param name="KeyName">Its name.</param>
/// <param name="Expires">When it ends.</param>
internal sealed record ProvisionedKey(string ApiKey, string KeyName, DateTimeOffset Expires)
{
    /// <inheritdoc/>
    public override string ToString() => KeyName;
}
