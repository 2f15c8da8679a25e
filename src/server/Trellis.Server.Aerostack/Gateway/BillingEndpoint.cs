using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Gateway;

/// <summary>What applications charge their consumers by themselves (contract, section 2.2.7).</summary>
internal sealed class BillingEndpoint(IStore store)
{
    private const int LongestText = 255;
    private const long MostUnits = 1_000_000_000_000;

    /// <summary>Takes units from a consumer's wallet and notes for what.</summary>
    public async ValueTask<JsonAnswer> LogAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var consumerId = fields.Text("consumerId", LongestText);
        var apiId = fields.Text("apiId", LongestText);
        var units = fields.OptionalInteger("units", 0, MostUnits) ?? 0;
        var metric = fields.OptionalText("metric", LongestText) ?? "units";
        if (!fields.Has("units"))
            fields.Errors.Add("units", "is required");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var isKnown = await store.WriteAsync(
            async session =>
            {
                if (await ConsumerTable.FindAsync(session, call.ProjectId, consumerId) is not { } consumer)
                    return false;

                await ConsumerTable.LogAsync(session, consumer, apiId, metric, units, call.At);
                await ConsumerTable.ConsumeAsync(session, consumer.Id, units);
                return true;
            },
            call.Aborted);
        return isKnown
            ? Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                json.WriteNumber("loggedUnits"u8, units);
            })
            : AerostackErrors.Invalid("consumerId", "is not a consumer of this project");
    }
}
