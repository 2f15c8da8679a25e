using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Broker.Secrets;

/// <summary>The routes of stored secrets. They take values and give back names.</summary>
internal sealed class SecretEndpoints(SecretVault vault)
{
    private const int LongestName = 128;
    private const int LongestValue = 8192;

    /// <summary><c>GET /api/v1/broker/secrets</c>.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AkshiCall call)
    {
        var secrets = await vault.ListAsync(call.Aborted);
        return new ArrayAnswer(json =>
        {
            foreach (var (name, changedAt) in secrets)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, name);
                json.WriteTime("changed_at"u8, changedAt);
                json.WriteEndObject();
            }
        });
    }

    /// <summary><c>PUT /api/v1/broker/secrets/{name}</c> with <c>{"value"}</c>.</summary>
    public async ValueTask<JsonAnswer> PutAsync(AkshiCall call)
    {
        var name = call.Route("name");
        var fields = call.Fields;
        if (name.Length > LongestName || !name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.'))
            fields.Errors.Add("name", $"must have at most {LongestName} letters, digits, '_', '-' and '.'");
        var value = fields.Text("value", LongestValue);
        if (value.Any(char.IsControl))
            fields.Errors.Add("value", "must not have control characters: it is sent in a header");
        if (!fields.Errors.IsEmpty)
            return AkshiErrors.Invalid(fields.Errors);

        await vault.PutAsync(name, value, call.Caller.ActorId, call.Origin, call.At, call.Aborted);
        return Done(name);
    }

    /// <summary><c>DELETE /api/v1/broker/secrets/{name}</c>.</summary>
    public async ValueTask<JsonAnswer> DeleteAsync(AkshiCall call)
    {
        var name = call.Route("name");
        return await vault.DeleteAsync(name, call.Caller.ActorId, call.Origin, call.Aborted)
            ? Done(name)
            : AkshiErrors.NotFound("There is no stored secret of this name.");
    }

    private static Answer Done(string name) => Answer.Ok(json =>
    {
        json.WriteBoolean("ok"u8, true);
        json.WriteString("name"u8, name);
    });
}
