namespace Trellis.Aerostack.Json;

internal sealed record IncrementBody(string Key, long Amount, long InitialValue, long? Ttl);
