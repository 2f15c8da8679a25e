using System.Net.Mail;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Auth.Users;

/// <summary>How a user is reached and known: by an e-mail address or a telephone number.</summary>
/// <param name="Text">As it was given.</param>
/// <param name="Key">By what it is compared: an address in lower case, a number without what is there for people.</param>
/// <param name="IsPhone">Whether it is a number.</param>
internal sealed record Contact(string Text, string Key, bool IsPhone)
{
    // RFC 5321, section 4.5.3.1, and E.164.
    private const int LongestEmail = 254;
    private const int ShortestPhone = 6;
    private const int LongestPhone = 15;

    /// <summary>By what an address is compared.</summary>
    public static string KeyOf(string email) => email.ToLowerInvariant();

    /// <summary>Reads an address that must be there.</summary>
    public static Contact Email(Fields fields, string name = "email")
    {
        var text = fields.Text(name, LongestEmail).Trim();
        if (text.Length > 0 && !IsEmail(text))
            fields.Errors.Add(name, "must be an e-mail address");
        return new Contact(text, KeyOf(text), IsPhone: false);
    }

    /// <summary>Reads an address or a number: one of them, and not both.</summary>
    public static Contact EmailOrPhone(Fields fields)
    {
        if (!fields.Has("phone"))
            return Email(fields);

        if (fields.Has("email"))
            fields.Errors.Add("phone", "must not be given beside 'email'");
        var text = fields.Text("phone", 40);
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length is < ShortestPhone or > LongestPhone || text.Any(static character => !char.IsAsciiDigit(character) && !"+-() ".Contains(character, StringComparison.Ordinal)))
            fields.Errors.Add("phone", "must be a telephone number");
        return new Contact(text, "+" + digits, IsPhone: true);
    }

    // What MailAddress takes beside a bare address, such as a name before it, is none here.
    private static bool IsEmail(string text) =>
        !text.Any(static character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '<' or '>' or '"' or ',')
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text;
}
