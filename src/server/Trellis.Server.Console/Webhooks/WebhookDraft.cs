using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Webhooks;

/// <summary>What the form of a new webhook holds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Who is told.</param>
/// <param name="Events">Of what.</param>
internal sealed record WebhookDraft(string Name, string Url, IReadOnlyList<string> Events)
{
    /// <summary>A form that nobody has filled.</summary>
    public static WebhookDraft Empty { get; } = new("", "", []);

    /// <summary>Reads the form.</summary>
    public static WebhookDraft Read(ConsoleCall call) =>
        new(call.Field("name"), call.Field("url"), [.. call.Context.Request.Form["events"].OfType<string>()]);
}
