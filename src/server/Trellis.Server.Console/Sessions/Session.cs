using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Console.Sessions;

/// <summary>Somebody who has signed in.</summary>
/// <param name="Operator">Who.</param>
/// <param name="CsrfToken">What forms of this session carry, so that nobody else's page can send one.</param>
internal sealed record Session(Operator Operator, string CsrfToken)
{
    /// <summary>The field of forms that carries the token.</summary>
    public const string CsrfField = "_csrf";

    /// <summary>Whether a form was made in this session.</summary>
    public bool IsOurs(string presented) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CsrfToken), Encoding.UTF8.GetBytes(presented));

    /// <summary>Names the operator and never the token.</summary>
    public override string ToString() => $"session of {Operator.Subject}";
}
