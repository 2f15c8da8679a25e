using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Realtime.Connections;
using Trellis.Server.Kernel.RateLimits;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Realtime.Frames;

/// <summary>
/// Carries out what a client sends (contract, section 7.2). A frame that cannot be carried out is answered with an error; the connection goes
/// on. One that has an <c>id</c> is acknowledged. Safe for concurrent use; the frames of one connection come one after the other.
/// </summary>
internal sealed class FrameHandler(
    SubscriptionFrames subscriptions, PublishFrames publishing, PresenceFrames presence, AuthFrames auth, RateLimiter limiter, RealtimeOptions options)
{
    private const int LongestId = 255;
    private const string LimitRule = "aerostack.realtime.frames";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Carries a frame out.</summary>
    public async ValueTask HandleAsync(RealtimeConnection connection, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        using var document = TryParse(frame);
        var (id, refusal) = document is null
            ? (null, AerostackErrors.BadRequest("A frame is a JSON object in which no member comes twice and every text is Unicode."))
            : await HandleAsync(connection, document.RootElement, cancellationToken);
        if (refusal is not null)
            connection.Outbox.Add(ServerFrames.Error(refusal, id));
        else if (id is not null)
            connection.Outbox.Add(ServerFrames.Ack(id));
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> frame)
    {
        try
        {
            var document = JsonDocument.Parse(frame, Strict);
            if (document.RootElement.ValueKind is JsonValueKind.Object && IsUnicode(frame.Span, document.RootElement))
                return document;

            document.Dispose();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The answer says so. The second is of a member's name that is not Unicode.
        }

        return null;
    }

    // An escape such as \ud800 without its other half is JSON, but no text: neither filters nor other clients could read it.
    private static bool IsUnicode(ReadOnlySpan<byte> frame, JsonElement root)
    {
        if (!frame.Contains((byte)'\\'))
            return true;

        try
        {
            using var json = new Utf8JsonWriter(Stream.Null);
            root.WriteTo(json);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private async ValueTask<(string? Id, AerostackError? Refusal)> HandleAsync(
        RealtimeConnection connection, JsonElement frame, CancellationToken cancellationToken)
    {
        var (type, id, errors) = ReadHead(frame);
        if (!errors.IsEmpty)
            return (id, AerostackErrors.Invalid(errors));

        var taken = limiter.Take(connection.Id, LimitRule, options.FrameLimit);
        if (!taken.IsAllowed)
            return (id, AerostackErrors.TooManyRequests((int)Math.Max(1, Math.Ceiling(taken.RetryAfter.TotalSeconds)), "frames"));

        switch (type)
        {
            case "ping":
                connection.Outbox.Add(ServerFrames.Pong);
                return (id, null);
            case "subscribe":
                return (id, subscriptions.Subscribe(connection, frame));
            case "unsubscribe":
                return (id, subscriptions.Unsubscribe(connection, frame));
            case "publish":
                return (id, await publishing.PublishAsync(connection, frame, cancellationToken));
            case "chat":
                return (id, await publishing.ChatAsync(connection, frame, cancellationToken));
            case "track":
                return (id, presence.Track(connection, frame));
            case "untrack":
                return (id, presence.Untrack(connection, frame));
            case "auth":
                return (id, await auth.AuthenticateAsync(connection, frame, cancellationToken));
            default:
                return (id, AerostackErrors.Invalid("type", "is none that the server knows"));
        }
    }

    private static (string Type, string? Id, FieldErrors Errors) ReadHead(JsonElement frame)
    {
        var fields = new Fields(frame);
        return (fields.Text("type"), fields.OptionalText("id", LongestId), fields.Errors);
    }
}
