namespace Trellis.Ascend;

/// <summary>Finds out whether the server answers and takes the key. Contract section 2.9.</summary>
internal sealed class ConnectionTester(ApiConnection connection, AscendClientOptions options, AscendOperations operations)
{
    /// <summary>Asks for the server's health, its deployment, and what only a good key can see. Throws only what the caller's token causes.</summary>
    public async ValueTask<ConnectionStatus> TestAsync(Transfer transfer, CancellationToken cancellationToken)
    {
        string? version = null;
        string? environment = null;
        try
        {
            var health = await connection.SendAsync(Requests.Read(operations.Health), transfer, cancellationToken).ConfigureAwait(false);
            version = health.Version;
            var deployment = await OfferedAsync(operations.Deployment, transfer, cancellationToken).ConfigureAwait(false);
            version = deployment?.Version ?? version;
            environment = deployment?.Environment;

            // Neither of those looks at the key.
            await OfferedAsync(operations.KeyHealth, transfer, cancellationToken).ConfigureAwait(false);
            return Result(version, environment, null);
        }
        catch (AscendException exception)
        {
            return Result(version, environment, exception);
        }
    }

    /// <summary>What the server answers, or <see langword="null"/> when it does not offer the operation.</summary>
    private async ValueTask<T?> OfferedAsync<T>(ApiOperation<T> operation, Transfer transfer, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await connection.SendAsync(Requests.Read(operation), transfer, cancellationToken).ConfigureAwait(false);
        }
        catch (AscendNotFoundException)
        {
            return null;
        }
    }

    private ConnectionStatus Result(string? version, string? environment, AscendException? exception) => new()
    {
        Connected = exception is null,
        ApiVersion = version ?? "unknown",
        Environment = environment,
        AgentId = options.AgentId,
        FailMode = FailModes.Text(options.FailMode),
        Error = exception?.Message,
        Exception = exception,
    };
}
