namespace Trellis.Aerostack.Json;

internal sealed record ExpireBody(string Key, long Ttl);
