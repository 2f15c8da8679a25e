using System.Text.Json.Nodes;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>The project's services. Reached through <see cref="AerostackClient.Services"/>; safe for concurrent use. Contract section 2.1.8.</summary>
public sealed class AerostackServices
{
    private readonly AerostackConnection _connection;
    private readonly ApiOperation<ServiceResult> _invoke;

    internal AerostackServices(AerostackConnection connection)
    {
        _connection = connection;
        var operations = connection.Operations;
        _invoke = operations.Post<ServiceResult>("services.invoke", "/services/invoke");
    }

    /// <summary>Has a service do its work and waits for the answer.</summary>
    /// <param name="serviceName">The service.</param>
    /// <param name="data">What it is given.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the service may do its work all the same.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<ServiceResult> InvokeAsync(
        string serviceName, JsonObject data, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Invoking(serviceName, data), options, cancellationToken);

    /// <inheritdoc cref="InvokeAsync"/>
    public ServiceResult Invoke(
        string serviceName, JsonObject data, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Invoking(serviceName, data), options, cancellationToken);

    private ApiRequest<ServiceResult> Invoking(string serviceName, JsonObject data)
    {
        ArgumentNullException.ThrowIfNull(serviceName);
        ArgumentNullException.ThrowIfNull(data);
        return new(_invoke, RequestBody.From(new(data, serviceName), AerostackJsonContext.Default.InvokeBody));
    }
}
