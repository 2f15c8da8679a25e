namespace Trellis.Server.Console.Keys;

/// <summary>A key that was just made. The page that answers its making is the only one that ever shows it.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Secret">The key.</param>
/// <param name="Expires">When it ends; null for never.</param>
/// <param name="Header">How a client sends it, without the key.</param>
/// <param name="Back">The list of keys, below the prefix.</param>
internal sealed record NewKeyModel(string Platform, string Name, string Secret, DateTimeOffset? Expires, string Header, string Back)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Platform} {Name}";
}
