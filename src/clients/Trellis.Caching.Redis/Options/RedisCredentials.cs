namespace Trellis.Caching.Redis.Options;

/// <summary>What AUTH is given. Not a record: a record would print its members.</summary>
internal sealed class RedisCredentials(string? user, string password)
{
    /// <summary>Null for the default user.</summary>
    public string? User { get; } = user;

    public string Password { get; } = password;

    public override string ToString() => "***";
}
