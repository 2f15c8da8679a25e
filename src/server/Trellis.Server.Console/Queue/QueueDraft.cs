using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Queue;

/// <summary>What the form of a new job holds, as it was typed.</summary>
/// <param name="Type">What is to be done.</param>
/// <param name="Data">With what, as JSON.</param>
/// <param name="Delay">After how many seconds.</param>
/// <param name="MaxAttempts">How often it is tried at most.</param>
internal sealed record QueueDraft(string Type, string Data, string Delay, string MaxAttempts)
{
    /// <summary>A form that nobody has filled.</summary>
    public static QueueDraft Empty { get; } = new("", "{}", "", "");

    /// <summary>Reads the form.</summary>
    public static QueueDraft Read(ConsoleCall call) =>
        new(call.Field("type"), call.Field("data"), call.Field("delay"), call.Field("max_attempts"));

    /// <summary>What Aerostack is asked; what is wrong with it, Aerostack says.</summary>
    /// <exception cref="JsonException">The data are no JSON.</exception>
    public JsonObject ToBody()
    {
        var body = new JsonObject { ["type"] = Type, ["data"] = JsonNode.Parse(Data) };
        Add(body, "delay", Delay);
        Add(body, "maxAttempts", MaxAttempts);
        return body;
    }

    private static void Add(JsonObject body, string name, string text)
    {
        if (text.Length > 0)
            body[name] = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(text);
    }
}
