using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Server.Kernel.Faults;

/// <summary>Writes plans of faults as they are read. What has its default is left out.</summary>
internal static class FaultPlanWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(FaultPlan plan)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("rules"u8);
            foreach (var rule in plan.Rules)
                Write(json, rule);
            json.WriteEndArray();
            if (plan.Seed != 0)
                json.WriteNumber("seed"u8, plan.Seed);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, FaultRule rule)
    {
        json.WriteStartObject();
        json.WriteString("route"u8, rule.Route.ToString());
        WriteNumber(json, "times"u8, rule.Times);
        if (rule.Probability < 1)
            json.WriteNumber("probability"u8, rule.Probability);
        if (rule.Latency > TimeSpan.Zero)
            json.WriteNumber("latencyMs"u8, (long)rule.Latency.TotalMilliseconds);
        WriteNumber(json, "status"u8, rule.Status);
        WriteNumber(json, "retryAfterSeconds"u8, rule.RetryAfterSeconds);
        if (rule.Body is not null)
        {
            json.WritePropertyName("body"u8);
            json.WriteRawValue(rule.Body);
        }

        WriteNumber(json, "cutAfterBytes"u8, rule.CutAfterBytes);
        if (rule.LoseResponse)
            json.WriteBoolean("loseResponse"u8, true);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }
}
