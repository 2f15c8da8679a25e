using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Services;

/// <summary>Calls a service by its name (contract, sections 2.1.8 and 8.7).</summary>
internal sealed class InvokeEndpoint(IStore store, ServiceClient client)
{
    /// <summary>Sends <c>data</c> to the service. What it answers is the result; whether its status was a success is told beside it.</summary>
    public async ValueTask<JsonAnswer> InvokeAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var name = fields.Text("serviceName", ServiceEndpoints.LongestName);
        var data = fields.Object("data");
        if (!fields.Has("data"))
            fields.Errors.Add("data", "is required");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var service = await store.ReadAsync(session => ServiceTable.FindAsync(session, call.ProjectId, name), call.Aborted);
        if (service is null)
            return AerostackErrors.NotFound("The service");

        try
        {
            var reply = await client.InvokeAsync(service, System.Text.Encoding.UTF8.GetBytes(data.GetRawText()), call.Origin.CorrelationId, call.Aborted);
            return Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, reply.IsSuccess);
                json.WritePropertyName("result"u8);
                reply.WriteBody(json);
            });
        }
        catch (TimeoutException error)
        {
            return new AerostackError(StatusCodes.Status504GatewayTimeout, ErrorCodes.Internal, error.Message) { Reason = "service_timeout" };
        }
        catch (HttpRequestException)
        {
            // Its message may tell what the address resolves to.
            return new AerostackError(StatusCodes.Status502BadGateway, ErrorCodes.Internal, "The service could not be reached, or its answer was too large.")
            {
                Reason = "service_unreachable",
            };
        }
    }
}
