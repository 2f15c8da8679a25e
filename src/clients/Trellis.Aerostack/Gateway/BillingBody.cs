namespace Trellis.Aerostack.Json;

internal sealed record BillingBody(string ConsumerId, string ApiId, long Units, string Metric);
