using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server;

/// <summary>
/// <c>trellis-server token</c>: mints an access token of the server's own issuer. Whoever can read the data directory may do that; a running
/// server accepts the token at once.
/// </summary>
internal static class TokenCommand
{
    public const int DefaultDays = 30;
    public const int LongestDays = 3650;

    public static Command Create()
    {
        var command = new Command("token", "Mint an access token for development and print it.")
        {
            ServerOptions.Subject,
            ServerOptions.Days,
            ServerOptions.Data,
            ServerOptions.Store,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var configuration = ServerConfiguration.Load(ServerOptions.Read(line));
        var values = configuration.Values;
        var subject = values[ServerSetting.Subject.Key] ?? throw new ServerStartException(
            ServerStartFailure.Configuration, "Whom is the token for? Name somebody with --subject.");
        var days = SettingValue.WholeNumber(values, ServerSetting.Days.Key, 1, LongestDays) ?? DefaultDays;

        await using var store = await StoredData.OpenStoreAsync(configuration, cancellationToken);
        await using var services = Compose(store, StoredData.Locate(configuration));
        var organisations = await store.ReadAsync(services.GetRequiredService<IOrganisationDirectory>().ListAsync, cancellationToken);
        if (organisations.Count == 0)
            throw new ServerStartException(ServerStartFailure.DataDirectory, "The store has no organisation yet. Start the server on it once.");

        try
        {
            var token = await services.GetRequiredService<TokenIssuer>().IssueAsync(
                organisations[0].Id, subject, TimeSpan.FromDays(days), cancellationToken);
            line.InvocationConfiguration.Output.WriteLine(token.Reveal());
            return ExitCode.Success;
        }
        catch (ArgumentException error)
        {
            throw new ServerStartException(ServerStartFailure.Configuration, error.Message, error);
        }
    }

    private static ServiceProvider Compose(IStore store, string directory) => new ServiceCollection()
        .AddSingleton(store)
        .AddIdentity(
            new ConfigurationBuilder().Build(),
            identity => identity.SigningKeyFile = Path.Combine(directory, DataFiles.SigningKey))
        .BuildServiceProvider();
}
