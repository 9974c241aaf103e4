# Makes in a fresh Redmine what Rota needs there: the REST API, a project, a field for the reference, the agents and a user
# for Rota with their keys. Prints the keys and the ids that a configuration names.
Setting.rest_api_enabled = '1'
Setting.login_required = '1'

trackers = Tracker.all.to_a
project = Project.create!(name: 'Rota', identifier: 'rota', trackers: trackers, enabled_module_names: %w[issue_tracking])
field = IssueCustomField.create!(name: 'Rota', field_format: 'string', is_filter: true, is_for_all: true, trackers: trackers)
role = Role.givable.find_by!(name: 'Manager')
role.add_permission!(:view_private_notes, :set_notes_private, :set_issues_private, :edit_issues, :add_issue_notes)

%w[rota ana davi eva ivo rui lia zeca gil bia caio duda].each do |login|
  user = User.new(firstname: login.capitalize, lastname: 'Rota', mail: "#{login}@example.com", language: 'en')
  user.login = login
  user.password = user.password_confirmation = "#{login}-password"
  user.save!
  Member.create!(project: project, principal: user, roles: [role])
  puts "#{login} #{user.api_key} #{user.id}"
end
puts "field - #{field.id}"
IssueStatus.all.each { |status| puts "status-#{status.name.downcase.tr(' ', '-')} - #{status.id}" }
