namespace Trellis.Server.Ascend.Content;

/// <summary>What looks like data that should not go everywhere.</summary>
internal enum SensitiveDataKind
{
    /// <summary>A US social security number, <c>ddd-dd-dddd</c>.</summary>
    SocialSecurityNumber,

    /// <summary>A payment card's number.</summary>
    CardNumber,

    /// <summary>An e-mail address.</summary>
    EmailAddress,

    /// <summary>A telephone number of ten digits.</summary>
    PhoneNumber,

    /// <summary>A dotted IPv4 address.</summary>
    IpAddress,

    /// <summary>A key or token of a kind whose look is known.</summary>
    ApiKey,

    /// <summary>The start of a private key in PEM.</summary>
    PrivateKey,
}
