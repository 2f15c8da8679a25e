using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Gateway;

/// <summary>What a project offers and to whom, on paths of our own.</summary>
internal sealed class GatewayAdministration(IStore store, ApiKeyMint mint, IAuditLog audit)
{
    private const int LongestText = 255;

    // The path of what a consumer has begins with it (contract, section 2.2.8).
    private const string ReservedSlug = "me";

    /// <summary>Offers an API, or changes the one of this slug.</summary>
    public async ValueTask<JsonAnswer> OfferAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var slug = fields.Text("slug", LongestText);
        var model = fields.OptionalText("model", LongestText);
        if (slug == ReservedSlug)
            fields.Errors.Add("slug", "must not be 'me'");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        await store.WriteAsync(session => GatewayApiTable.SetAsync(session, call.ProjectId, new GatewayApi(slug, model, call.At)), call.Aborted);
        return Answer.Success();
    }

    /// <summary>Adds a consumer and shows the key this once.</summary>
    public async ValueTask<JsonAnswer> AddConsumerAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var name = fields.Text("name", LongestText);
        var isTest = fields.OptionalWord("mode", "live", "test") == "test";
        var purchased = fields.OptionalInteger("credit", 0, long.MaxValue / 2);
        var hardLimit = fields.OptionalInteger("hardLimit", 0, long.MaxValue / 2);
        var softLimit = fields.OptionalInteger("softLimit", 0, long.MaxValue / 2);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var minted = mint.Mint(isTest ? ConsumerKeys.Test : ConsumerKeys.Live);
        var consumer = new Consumer
        {
            Id = $"con_{Guid.CreateVersion7(call.At):N}",
            ProjectId = call.ProjectId,
            Hash = minted.Hash,
            Hint = minted.Hint,
            Name = name,
            Purchased = purchased,
            HardLimit = hardLimit,
            SoftLimit = softLimit,
            CreatedAt = call.At,
        };
        await store.WriteAsync(
            async session =>
            {
                await ConsumerTable.AddAsync(session, consumer);
                await audit.AppendAsync(session, ConsumerEvents.Created(call, consumer));
            },
            call.Aborted);
        return Answer.Created(json =>
        {
            WriteMembers(json, consumer);
            json.WriteString("key"u8, minted.Reveal());
        });
    }

    /// <summary>The consumers, ended ones among them.</summary>
    public async ValueTask<JsonAnswer> ListConsumersAsync(AerostackCall call)
    {
        var consumers = await store.ReadAsync(session => ConsumerTable.ListAsync(session, call.ProjectId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("consumers"u8);
            foreach (var consumer in consumers)
            {
                json.WriteStartObject();
                WriteMembers(json, consumer);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Ends a consumer's key. Ending it again changes nothing.</summary>
    public async ValueTask<JsonAnswer> RevokeConsumerAsync(AerostackCall call)
    {
        var id = call.Route("consumer_id");
        if (!StorableText.IsValid(id))
            return AerostackErrors.NotFound("The consumer");

        var isKnown = await store.WriteAsync(
            async session =>
            {
                if (await ConsumerTable.FindAsync(session, call.ProjectId, id) is not { } consumer)
                    return false;
                if (await ConsumerTable.RevokeAsync(session, call.ProjectId, id, call.At))
                    await audit.AppendAsync(session, ConsumerEvents.Revoked(call, consumer));
                return true;
            },
            call.Aborted);
        return isKnown ? Answer.Success() : AerostackErrors.NotFound("The consumer");
    }

    private static void WriteMembers(Utf8JsonWriter json, Consumer consumer)
    {
        json.WriteString("id"u8, consumer.Id);
        json.WriteString("name"u8, consumer.Name);
        json.WriteString("hint"u8, consumer.Hint);
        json.WriteNumber("consumed"u8, consumer.Consumed);
        json.WriteNumberOrNull("credit"u8, consumer.Purchased);
        json.WriteNumberOrNull("hardLimit"u8, consumer.HardLimit);
        json.WriteNumberOrNull("softLimit"u8, consumer.SoftLimit);
        json.WriteTime("createdAt"u8, consumer.CreatedAt);
        json.WriteTime("revokedAt"u8, consumer.RevokedAt);
    }
}
