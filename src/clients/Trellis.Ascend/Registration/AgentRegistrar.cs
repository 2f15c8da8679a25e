using Trellis.Ascend.Json;

namespace Trellis.Ascend;

/// <summary>Registers the client's agent. Contract section 2.6.</summary>
internal sealed class AgentRegistrar(ApiConnection connection, AscendClientOptions options, AscendOperations operations)
{
    public async ValueTask<RegisteredAgent> RegisterAsync(AgentRegistration? registration, Transfer transfer, CancellationToken cancellationToken)
    {
        var agentId = AgentIds.Choose(null, options);
        var body = RegistrationBody.Of(registration ?? new AgentRegistration(), agentId, options);
        var request = Requests.Change(operations.Register, body: CanonicalBody.Of(body, AscendJsonContext.Default.RegistrationBody));
        try
        {
            return await connection.SendAsync(request, transfer, cancellationToken).ConfigureAwait(false);
        }
        catch (AscendException exception) when (SaysRegistered(exception))
        {
            return new() { Success = true, Created = false, Status = RegisteredAgent.AlreadyRegistered, AgentId = agentId };
        }
    }

    // Servers disagree about the status; those that say 400 or 422 are told by their words.
    private static bool SaysRegistered(AscendException exception) =>
        exception is AscendConflictException
        || (exception is AscendValidationException { Status: > 0, ResponseBody: { } body }
            && (Says(body, "already exists") || Says(body, "duplicate")));

    private static bool Says(string body, string words) => body.Contains(words, StringComparison.OrdinalIgnoreCase);
}
