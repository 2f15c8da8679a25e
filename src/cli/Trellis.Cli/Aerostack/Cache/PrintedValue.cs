using System.Text.Json;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Cache;

/// <summary>A <see cref="CachedValue"/> as it is printed.</summary>
internal sealed record PrintedValue(string Key, JsonElement? Value, bool Exists)
{
    public static PrintedValue Of(string key, CachedValue cached) =>
        new(key, cached.Value.ValueKind == JsonValueKind.Undefined ? null : cached.Value, cached.IsHit);
}
