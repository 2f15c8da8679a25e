using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Rpc;

/// <summary>Calls a method: <c>{"method","args","projectId"?}</c>, answered with its bare result.</summary>
internal sealed class RpcEndpoint(RpcMethods methods, RequestLimits limits)
{
    private const string Arguments = "args";

    /// <summary>Calls the method that the body names.</summary>
    public async ValueTask<JsonAnswer> CallAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var name = fields.Text("method");
        var project = fields.OptionalText("projectId");
        if (fields.TryGet(Arguments, out var arguments) && arguments.ValueKind is not JsonValueKind.Array)
            fields.Errors.Add(Arguments, "must be a list");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        // The key decides (contract, section 9.3); naming another project beside it is a mistake that must not write into this one.
        if (!string.IsNullOrEmpty(project) && !call.Caller.Project.IsNamed(project))
            return AerostackErrors.Forbidden("The key belongs to another project than 'projectId' names.");
        if (!methods.TryFind(name, out var method))
            return AerostackErrors.Invalid("method", "is not one that this server has");

        return await CallAsync(call, method, arguments);
    }

    private async ValueTask<JsonAnswer> CallAsync(AerostackCall call, RpcMethod method, JsonElement arguments)
    {
        if (method.ToBody(arguments) is not { } body)
            return AerostackErrors.Invalid(Arguments, "must have an object where the method takes one");
        if (method.RateLimit is { } limit && limits.Take(call.Caller, limit) is { } refusal)
            return refusal;

        var answer = await method.Handler(call.With(body));
        return answer is AerostackError ? answer : new RpcAnswer(answer, method.Write);
    }
}
