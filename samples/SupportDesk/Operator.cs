using System.Security.Cryptography;
using Trellis.Aerostack;

namespace Trellis.Samples.SupportDesk;

/// <summary>The user in whose name tickets are answered.</summary>
internal static class Operator
{
    /// <summary>Signs the user up, or in when there is one already.</summary>
    /// <returns>The user's id.</returns>
    /// <exception cref="ArgumentException">There is one already, whose password nobody has told.</exception>
    public static async Task<string> EnterAsync(AerostackAuthentication authentication, string email, CancellationToken cancellationToken)
    {
        var given = Environment.GetEnvironmentVariable(SampleOptions.PasswordVariable) is { Length: > 0 } text ? text : null;
        var password = new Secret(given ?? Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        try
        {
            var made = await authentication.SignupAsync(new SignupRequest(email, password) { Name = "Support desk" }, cancellationToken: cancellationToken);
            return made.User!.Id!;
        }
        catch (AerostackErrorResponseException e) when (e.Status == 409)
        {
            if (given is null) throw new ArgumentException($"There is a user {email} already. Set {SampleOptions.PasswordVariable}, or give another --email.", e);
            return (await authentication.SigninAsync(email, password, cancellationToken: cancellationToken)).User!.Id!;
        }
    }
}
