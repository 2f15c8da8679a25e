using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Auth;

/// <summary>A session with its token in clear, for the one time that it is shown.</summary>
internal sealed class RevealedSession(AuthResponse session)
{
    public string? Token { get; } = session.Token?.Reveal();

    public PrintedUser? User { get; } = session.User is { } user ? PrintedUser.Of(user) : null;

    public DateTimeOffset? ExpiresAt { get; } = session.ExpiresAt;

    /// <summary>Prints it, as JSON or as a table.</summary>
    public static int Write(CliHost host, OutputFormat format, AuthResponse session)
    {
        AnswerOutput.Write(host, format, new RevealedSession(session), AerostackJsonContext.Default.RevealedSession, ToTable);
        return ExitCodes.Success;
    }

    /// <summary>The user, never the token.</summary>
    public override string ToString() => $"RevealedSession {{ User = {User?.Id} }}";

    private static Table ToTable(RevealedSession session)
    {
        var table = new Table("Session", new("Field"), new("Value"));
        table.Add("user", session.User?.Id);
        table.Add("email", session.User?.Email);
        table.Add("name", session.User?.Name);
        table.Add("token", session.Token);
        table.Add("expires", Timestamp.ForTable(session.ExpiresAt));
        return table;
    }
}
