# Makes in a fresh Request Tracker what Rota needs there: a queue, a field for the reference, the agents, a user for Rota
# with a token, and the scrip that calls back. Prints the token.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use RT -init;

my ($scrip_file) = @ARGV;
my @people = qw(rota ana davi eva ivo rui lia zeca gil bia caio duda);
my $system = RT->SystemUser;

sub made {
    my ($what, $ok, $message) = @_;
    die "$what: " . ($message // '') . "\n" unless $ok;
}

my $queue = RT::Queue->new($system);
made('queue', $queue->Create(Name => 'Rota'));

my $field = RT::CustomField->new($system);
made('field', $field->Create(Name => 'Rota', Type => 'FreeformSingle', LookupType => 'RT::Queue-RT::Ticket'));
made('field of queue', $field->AddToObject($queue));

my $group = RT::Group->new($system);
made('group', $group->CreateUserDefinedGroup(Name => 'Rota'));
for my $name (@people) {
    my $user = RT::User->new($system);
    made($name, $user->Create(Name => $name, Password => "$name-password", Privileged => 1, EmailAddress => "$name\@example.com"));
    made("$name in group", $group->AddMember($user->PrincipalId));
}
for my $right (qw(SeeQueue ShowTicket ShowTicketComments CreateTicket ReplyToTicket CommentOnTicket OwnTicket ModifyTicket
    ReassignTicket TakeTicket StealTicket SeeCustomField ModifyCustomField SetInitialCustomField))
{
    made($right, $group->PrincipalObj->GrantRight(Right => $right, Object => $queue));
}
made('tokens', $group->PrincipalObj->GrantRight(Right => 'ManageAuthTokens', Object => RT->System));

open my $file, '<', $scrip_file or die "$scrip_file: $!\n";
my $code = do { local $/; <$file> };
my $scrip = RT::Scrip->new($system);
made('scrip', $scrip->Create(
    Description      => 'Tell Rota',
    Queue            => $queue->id,
    Template         => 'Blank',
    ScripCondition   => 'On Transaction',
    ScripAction      => 'User Defined',
    CustomPrepareCode => '1',
    CustomCommitCode => $code,
));

for my $name (@people) {
    my $user = RT::User->new($system);
    $user->Load($name);
    my $token = RT::AuthToken->new(RT::CurrentUser->new($user));
    my ($ok, $message, $secret) = $token->Create(Owner => $user->id, Description => 'Rota');
    made("token of $name", $ok, $message);
    print "$name $secret\n";
}
