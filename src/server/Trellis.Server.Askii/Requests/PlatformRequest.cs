using System.Text.Json;
using System.Text.Unicode;
using Trellis.Server.Askii.Errors;

namespace Trellis.Server.Askii.Requests;

/// <summary>The body of a platform request (contract, section 2.2). Holds a secret, so it prints nothing of itself.</summary>
internal abstract class PlatformRequest
{
    /// <summary>The access token; null when the body has none. A secret.</summary>
    public string? Token { get; private set; }

    /// <summary>What is wrong with the members, to be told to those only whose token is valid.</summary>
    public FieldErrors Errors { get; private set; } = [];

    /// <summary>The members that the request may have.</summary>
    protected abstract FieldTable Fields { get; }

    /// <summary>Reads a body.</summary>
    /// <param name="utf8Json">The body.</param>
    /// <param name="request">The request; look at <see cref="Errors"/> before using its members.</param>
    /// <returns>What is wrong if no token can be found for sure; else null.</returns>
    public static PlatformError? Parse<TRequest>(ReadOnlySpan<byte> utf8Json, out TRequest request)
        where TRequest : PlatformRequest, new()
    {
        request = new TRequest();
        try
        {
            return Utf8.IsValid(utf8Json) ? request.Read(new Utf8JsonReader(utf8Json)) : PlatformErrors.NotUtf8();
        }
        catch (JsonException error)
        {
            return utf8Json.IsEmpty ? PlatformErrors.NoBody() : PlatformErrors.NotJson(JsonPosition.Of(error, utf8Json));
        }
    }

    /// <summary>Reads the value of a member other than the token.</summary>
    protected virtual void ReadField(string name, ref BodyReader body)
    {
    }

    /// <summary>Reports members that are missing, once all have been read.</summary>
    protected virtual void Complete(FieldErrors errors)
    {
    }

    private PlatformError? Read(Utf8JsonReader json)
    {
        var body = new BodyReader(json, Fields);
        if (!body.TryEnter())
            return PlatformErrors.NotAnObject();

        while (body.TryNext(out var name))
        {
            if (name == FieldTable.Token)
                Token = body.Token();
            else
                ReadField(name, ref body);
        }

        Errors = body.Errors;
        if (body.TokenIsAmbiguous)
            return PlatformErrors.Invalid(Errors.Where(static error => error.Field == FieldTable.Token));

        Complete(Errors);
        return null;
    }
}
